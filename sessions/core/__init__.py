"""The vocabulary of a room, pure: standard library only, no clock, no chance, no input or output.

A **room** is one ordered log of **entries**; each entry carries one **event**. A **command** asks for
something; `decide` judges it against the present `Room` and answers with events, or refuses with a code.
`evolve` folds one entry into the next `Room`; `replay` folds a whole log. `due` lists what time alone has
decided. The room on screen, the minutes and the proof are three readings of the same log.

Where to look: what can be asked, `commands`; what can have happened, `events`; what is true now, `state`;
why a room says no, `refusals`; the rules by subject, `rules/`; the folds by subject, `folds/`.
"""

"""How static files are named when they are collected."""

from django.contrib.staticfiles.storage import ManifestStaticFilesStorage


class HashedNames(ManifestStaticFilesStorage):
    """Every name bears the hash of its content, also the names by which one script of ours imports another.

    Django's own `support_js_module_import_aggregation` reads every script: it stumbles over an example in a comment
    of one that we don't write.
    """

    patterns = (
        *ManifestStaticFilesStorage.patterns,
        ("incidencia/*.js", ((r'(?P<matched>\bfrom\s*"(?P<url>\./[^"]+)")', 'from "%(url)s"'),)),
    )

// The room's page: the stream keeps it current, the controls keep it usable. Without either it still works.
import { connect } from "./stream.js";
import { captions } from "./captions.js";
import { control } from "./controls.js";
import { hall } from "./hall.js";
import { beside } from "./beside.js";

const root = document.querySelector("[data-room]");
if (root) {
  control(root);
  captions(root);
  connect(root);
  hall();
  beside();
}

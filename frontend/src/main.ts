import { mount } from "svelte";
import "./styles.css";
import Workbench from "./frame/Workbench.svelte";

const target = document.getElementById("workbench");
if (!target) throw new Error("The page has no place for the workbench.");
mount(Workbench, { target });

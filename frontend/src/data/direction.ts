// Which way a stretch of text runs, by the letters it has most of. `dir="auto"` looks at the first
// letter alone, and an Arabic paragraph may open with a Latin name.

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g;
const LTR = /[A-Za-z\u00aa-\u024f\u0370-\u058f\u1e00-\u1fff\u2c00-\u2dff\u3040-\u9fff\uac00-\ud7a3]/g;
const RTL_LANGUAGES = new Set(["ar", "fa", "he", "ur", "ps", "ckb", "sd", "yi"]);

export function direction(text: string): "rtl" | "ltr" | "auto" {
  const sample = text.slice(0, 2000);
  const right = sample.match(RTL)?.length ?? 0;
  const left = sample.match(LTR)?.length ?? 0;
  if (right === left) return "auto";
  return right > left ? "rtl" : "ltr";
}

/** The layer's language, unless the stretch runs the other way; "" says that it is unknown. */
export function languageOf(text: string, language: string | null): string {
  if (language === null || language === "und") return "";
  const runs = direction(text);
  const expected = RTL_LANGUAGES.has(language.split("-")[0] ?? "") ? "rtl" : "ltr";
  return runs === "auto" || runs === expected ? language : "";
}

// Valid HTML, as html-validate judges what was sent.
import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:document", "html-validate:a11y"],
  rules: {
    "long-title": "off",               // topics are as long as they are
    "no-trailing-whitespace": "off",
    "no-implicit-button-type": "off",     // it is submit, which is what we mean
    "require-sri": ["error", { target: "crossorigin" }],
    "void-style": ["error", { style: "omit" }],
    "prefer-native-element": "error",
  },
});

export async function invalid(source) {
  const report = await validator.validateString(source);
  return report.results.flatMap((result) => result.messages)
    .map((m) => `HTML: ${m.message} (${m.ruleId}, line ${m.line}, ${m.selector ?? ""})`);
}

package forms

import "testing"

// Verdicts as states give them: hedged, turned round, and in their languages.
func TestVerdictsAsStatesGiveThem(t *testing.T) {
	for topic, answers := range map[Topic]map[string]YesNo{
		Success: {
			"No, however the campaign was successful in reaching young people.": Yes,
			"Nothing to report":                              Unknown,
			"Less successful than expected.":                 No,
			"No opinion.":                                    Unknown,
			"The authorities have not expressed an opinion.": Unknown,
			"Rather not.":                                    No,
			"The campaign did not have the expected effect on arrivals.": No,
			"The number of applications continued to rise.":              No,
			"The number of applications went up.":                        No,
			"The success was not measured.":                              Unknown,
			"The campaign has just started.":                             Unknown,
			"Plutôt oui.":                                                Yes,
			"Eher nicht.":                                                No,
			"Eher ja.":                                                   Yes,
			"Jein.":                                                      Yes,
			"Ei onnistunut.":                                             No,
			"Kampania nie była skuteczna.":                               No,
			"Kampania odniosła sukces.":                                  Yes,
			"Trudno powiedzieć.":                                         Unknown,
			"Не.":                                                        No,
			"Nu.":                                                        No,
			"Nu, campania nu a avut succes.":                             No,
			"The project turned out well":                                Yes,
			"The ministry is happy with it":                              Yes,
			"It surpassed our expectations":                              Yes,
			"It fell short of expectations.":                             No,
			"Expectations were not met.":                                 No,
			"Success is hard to define.":                                 Unknown,
			"We expect it to be successful.":                             Unknown,
			"Not without success.":                                       Yes,
			"Never really took off.":                                     No,
			"no idea":                                                    Unknown,
			"Probably yes":                                               Yes,
			"Probably not":                                               No,
			"Maybe":                                                      Unknown,
			"Perhaps, but it cannot be proven.":                          Unknown,
			"It depends.":                                                Unknown,
			"To be honest, no.":                                          No,
			"In our opinion yes.":                                        Yes,
			"In our opinion, no.":                                        No,
			"The answer is yes.":                                         Yes,
			"The answer is no.":                                          No,
		},
		Evaluation: {
			"Only informally.":                  Yes,
			"Nothing to report":                 Unknown,
			"Aucune.":                           No,
			"Nie przeprowadzono ewaluacji.":     No,
			"Ewaluacja została przeprowadzona.": Yes,
			"No se evaluó.":                     No,
			"Arviointia ei ole tehty.":          No,
			"Kampanjaa ei ole arvioitu.":        No,
			"Δεν αξιολογήθηκε.":                 No,
			"Kampaň nebyla hodnocena.":          No,
			"Was not":                           No,
			"Hasn't been":                       No,
			"The evaluation is not available.":  Unknown,
		},
		Reception: {
			"Nothing to report":                   Unknown,
			"People thanked the team.":            Yes,
			"The audience laughed and applauded.": Yes,
			"Some called it propaganda.":          Yes,
			"Not well.":                           Yes,
			"Badly.":                              Yes,
			"With scepticism":                     Yes,
			"Pas de retour.":                      No,
			"Ingen tilbakemeldinger.":             No,
			"Brak reakcji.":                       No,
			"Pozytywnie.":                         Yes,
			"Bene accolta.":                       Yes,
			"Nessuna reazione.":                   No,
			"Bien recibida.":                      Yes,
			"No, but comments on Facebook were positive.": Yes,
		},
	} {
		for raw, want := range answers {
			if got := readVerdict(topic, raw).Verdict.Verdict; got != want {
				t.Errorf("%s: %q is read as %q, not %q", topic, raw, got, want)
			}
		}
	}
}

package forms

import "testing"

// Reasons and beginnings as states put them.
func TestReasonsAsStatesGiveThem(t *testing.T) {
	for want, answers := range map[Reason][]string{
		NotApplicable: {
			"Not applicable (N/A)", "N/A (not applicable)", "s.o.", "nu se aplică", "This does not apply",
			"This question is not applicable.", "No se aplica", "Trifft nicht zu",
		},
		NoInformation: {
			"No data are available.", "Nothing to report", "Nothing to report.", "no comment", "No comments", "Keine Angaben möglich",
			"Keine Daten verfügbar", "Pas de données disponibles", "Néant", "néant.", "Ikke tilgjengelig", "Ei saatavilla",
			"Uppgift saknas", "Ingen uppgift", "nd", "n/d", "n.d.", "Non disponibile", "No disponible", "Não disponível",
			"δεν υπάρχουν στοιχεία", "няма данни", "nav datu", "nav informācijas", "nėra duomenų", "info puudub", "nincs adat",
			"není k dispozici", "ni podatka", "nema podataka", "nu există informații", "Information not available at this time",
			"No information is available at present.", "We don’t have this information.", "We do not have this information",
			"This information is not available", "The information is not available.",
		},
		NotDisclosed: {
			"This is confidential.", "Not for disclosure", "Not for publication", "Restricted information", "Classified information",
			"Confidential information",
		},
		NotYet: {
			"will follow", "To follow", "Will be provided later", "pending",
		},
		"": {"none", "see above", "idem", "?", "0", "N/A (no campaign took place)", "no information was asked for"},
	} {
		for _, raw := range answers {
			if got := readReason(raw); got != want {
				t.Errorf("%q gives the reason %q, not %q", raw, got, want)
			}
		}
	}
}

func TestBeginningsAsStatesTellThem(t *testing.T) {
	for note, want := range map[string]bool{
		"Campaign planned for 2017":                                    false,
		"The campaign is still in the planning stage.":                 false,
		"The start has been postponed.":                                false,
		"Did not start as planned, but started in June.":               true,
		"The campaign started in May; the film has not been launched.": true,
		"No campaign has been implemented so far.":                     false,
		"Kampania jeszcze się nie rozpoczęła":                          false,
		"Kampanja ei ole vielä alkanut":                                false,
		"La campagna non è ancora iniziata":                            false,
		"La campaña aún no ha comenzado":                               false,
		"Kampaň ještě nezačala":                                        false,
		"The campaign is ongoing; a film is planned for May.":          true,
		"Preparations have started, the campaign has not started.":     false,
		"The campaign is no longer ongoing.":                           true,
		"It has not been evaluated since it started.":                  true,
	} {
		if got := readStarted("", note).Started; got != want {
			t.Errorf("%q: started %v", note, got)
		}
	}
}

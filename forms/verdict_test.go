package forms

import "testing"

func TestVerdicts(t *testing.T) {
	for _, test := range []struct {
		topic Topic
		raw   string
		want  YesNo
	}{
		{Success, "Yes.", Yes},
		{Success, "Yes", Yes},
		{Success, "yes, the ministry was pleased", Yes},
		{Success, "Yes, although numbers rose again later.", Yes},
		{Success, "1. Yes", Yes},
		{Success, "– Yes: it reached many", Yes},
		{Success, "Yes and no. Reach was fine, effect was small.", Yes},
		{Success, "Partly successful.", Yes},
		{Success, "Mixed results.", Yes},
		{Success, "It was not fully successful, but useful.", Yes},
		{Success, "It cannot be called a failure", Yes},
		{Success, "Not only was it effective, it was cheap.", Yes},
		{Success, "The ministry considers the campaign a success.", Yes},
		{Success, "The number of applications fell by a third.", Yes},
		{Success, "It was not formally evaluated. However, it delivered good results.", Yes},
		{Success, "Too early to say for the ministry, but the embassy reports positive results.", Yes},
		{Success, "No.", No},
		{Success, "No", No},
		{Success, "No, because too few were reached", No},
		{Success, "No it was not", No},
		{Success, "No the target group was too small", No},
		{Success, "The campaign was not successful.", No},
		{Success, "It wasn’t considered very successful by the agency", No},
		{Success, "Unsuccessful: hardly anybody came", No},
		{Success, "It did not achieve its objectives", No},
		{Success, "The ministry found no visible effect.", No},
		{Success, "It failed to reach the villages", No},
		{Success, "Too early to say.", Unknown},
		{Success, "It is difficult to assess whether it was successful", Unknown},
		{Success, "The success of a campaign cannot be measured", Unknown},
		{Success, "The results will be known in spring", Unknown},
		{Success, "The campaign was postponed to a later date", Unknown},
		{Success, "It is still ongoing", Unknown},
		{Success, "The campaign has not been evaluated.", Unknown},
		{Success, "Not evaluated yet", Unknown},
		{Success, "No, it is too early to say", Unknown},
		{Success, "We have no information on this point", Unknown},
		{Success, "Unclear", Unknown},
		{Success, "N/A", Moot},
		{Success, "Not applicable since it is a yearly event", Moot},
		{Success, "n.a. (no campaign took place)", Moot},
		{Success, "/", Unknown},
		{Success, "Yes / No", Unread},
		{Success, "Yes.\nNo.", Unread},
		{Success, "", Unread},
		{Success, "Twelve posters", Unread},

		{Evaluation, "Yes, by means of a survey", Yes},
		{Evaluation, "Interviews with 20 returnees", Yes},
		{Evaluation, "An external company assessed the campaign", Yes},
		{Evaluation, "Online questionnaires and focus groups", Yes},
		{Evaluation, "The evaluation was carried out by the university.", Yes},
		{Evaluation, "The campaign has not been evaluated, but a survey of visitors was done", Yes},
		{Evaluation, "No formal evaluation", No},
		{Evaluation, "No formal evaluation; the statistics were followed", No},
		{Evaluation, "A formal evaluation was not carried out", No},
		{Evaluation, "The campaign hasn't been formally evaluated", No},
		{Evaluation, "It has not been evaluated yet", No},
		{Evaluation, "An evaluation did not take place", No},
		{Evaluation, "There has been no evaluation so far", No},
		{Evaluation, "The effects were never assessed", No},
		{Evaluation, "Not evaluated.", No},
		{Evaluation, "No.", No},
		{Evaluation, "An evaluation will be done at the end of the campaign", Unknown},
		{Evaluation, "An evaluation is planned", Unknown},
		{Evaluation, "The evaluation is still ongoing", Unknown},
		{Evaluation, "We do not have any information about that", Unknown},
		{Evaluation, "n/a", Moot},

		{Reception, "Very well received", Yes},
		{Reception, "Comments on the page were mostly negative", Yes},
		{Reception, "According to the embassy, people were sceptical", Yes},
		{Reception, "Participants asked questions on visas", Yes},
		{Reception, "No written feedback, but visitors were interested", Yes},
		{Reception, "The posts got many likes and shares", Yes},
		{Reception, "No feedback was received", No},
		{Reception, "No, it was not asked", No},
		{Reception, "The reactions were not collected", No},
		{Reception, "We don’t have any feedback", No},
		{Reception, "No information available", Unknown},
		{Reception, "We have no information about the reception", Unknown},
		{Reception, "It is not known how it was received", Unknown},
		{Reception, "–", Unknown},

		{Success, "Oui, les objectifs sont atteints", Yes},
		{Success, "La campagne a été un succès", Yes},
		{Success, "La campagne n’a pas été efficace", No},
		{Success, "Non, peu de monde", No},
		{Success, "Trop tôt pour le dire", Unknown},
		{Evaluation, "Aucune évaluation n’a été faite", No},
		{Evaluation, "La campagne n'a pas été évaluée", No},
		{Evaluation, "Une enquête auprès des participants", Yes},
		{Reception, "Bien accueillie par le public", Yes},
		{Success, "Ja, sehr erfolgreich", Yes},
		{Success, "Nein.", No},
		{Success, "Die Kampagne war nicht erfolgreich", No},
		{Evaluation, "Es gab keine formelle Evaluierung", No},
		{Evaluation, "Die Wirkung wurde noch nicht evaluiert", No},
		{Evaluation, "Befragung der Besucher", Yes},
		{Reception, "Positive Rückmeldungen", Yes},
		{Success, "Nee, te weinig bereik", No},
		{Success, "De campagne was succesvol", Yes},
		{Evaluation, "Er was geen evaluatie", No},
		{Evaluation, "De campagne werd niet geëvalueerd", No},
		{Success, "Nej", No},
		{Success, "Nei, det var den ikke", No},
		{Success, "Tak", Yes},
		{Success, "Nie, za mało", No},
		{Success, "Sì, molto", Yes},
		{Success, "In general, yes", Yes},
		{Success, "☐ Yes ☒ No ☐ cannot say: too few people came", No},
		{Success, "☒ Yes ☐ No", Yes},
		{Evaluation, "None", No},
		{Evaluation, "Not to our knowledge", No},
		{Evaluation, "Only the number of visits was counted", Yes},
		{Evaluation, "The evaluation is currently being carried out", Unknown},
		{Reception, "There were no complaints", Yes},
		{Reception, "People were not interested", Yes},
		{Reception, "It was not well received", Yes},
		{Reception, "No positive feedback was received", No},
		{Reception, "No specific information", Unknown},
		{Evaluation, "Not formally, but likes were counted", No},
		{Evaluation, "This was not done", No},
		{Success, "There is no evidence that it had an effect", Unknown},
		{Success, "To some degree", Yes},
		{Success, "The page went viral", Yes},
		{Reception, "The target group has not been asked", No},
		{"", "Yes, since 2012", Yes},
		{"", "No.", No},
		{"", "It is not yet known", Unknown},
		{"", "The law says so", Unread},
	} {
		if got := readVerdict(test.topic, test.raw).Verdict.Verdict; got != test.want {
			t.Errorf("%s: %q is read as %q, not %q", test.topic, test.raw, got, test.want)
		}
	}
}

func TestVerdictSaysWhy(t *testing.T) {
	for raw, want := range map[string]bool{
		"Yes.":                            false,
		"Yes, it was.":                    false,
		"No":                              false,
		"No, it was not":                  false,
		"N/A":                             false,
		"/":                               false,
		"Yes, numbers dropped":            true,
		"Yes.\n- more people know":        true,
		"No formal evaluation was done":   true,
		"The campaign was quite useful":   true,
		"Successful":                      false,
		"Not applicable since it is over": true,
	} {
		if got := readVerdict(Success, raw).Verdict.Why; got != want {
			t.Errorf("%q says why: %v", raw, got)
		}
	}
}

func TestVerdictReasons(t *testing.T) {
	for raw, want := range map[string]Reason{
		"N/A":                            NotApplicable,
		"Not applicable since it is old": NotApplicable,
		"/":                              NoInformation,
		"We have no information on that": NoInformation,
		"not yet":                        NotYet,
		"Confidential":                   NotDisclosed,
		"Too early to say how it went":   "",
		"Yes, although we have no information from the ministry": "",
	} {
		if got := readVerdict(Success, raw).Reason; got != want {
			t.Errorf("%q gives the reason %q, not %q", raw, got, want)
		}
	}
}

func FuzzVerdict(f *testing.F) {
	for _, raw := range []string{"Yes.", "No, it was not", "N/A", "not only", "évaluée", "Yes / No", "\xff yes"} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		for _, topic := range []Topic{"", Success, Evaluation, Reception, "weather"} {
			got := readVerdict(topic, raw)
			if got.Verdict == nil || got.Reason == NotApplicable && got.Verdict.Verdict != Moot {
				t.Errorf("%q is read as %+v", raw, got)
			}
		}
	})
}

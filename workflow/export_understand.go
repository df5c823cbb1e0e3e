package workflow

import "ahq/forms"

// understandings take a reading apart, each what belongs to one kind.
var understandings = []func(forms.Reading, forms.Correction) []understood{
	amountsUnderstood, periodUnderstood, verdictUnderstood, linksUnderstood, languagesUnderstood, channelsUnderstood,
	countriesUnderstood, emailsUnderstood, choiceUnderstood, numberUnderstood, dateUnderstood, startUnderstood,
}

// understoodOf is all that was understood of one cell; a reason alone is
// something too.
func understoodOf(r forms.Reading, s spot) []understood {
	var said forms.Correction
	standing := s.answer.Standing()
	if standing != nil && standing.Reading != nil {
		said = *standing.Reading
	}
	var all []understood
	for _, of := range understandings {
		all = append(all, of(r, said)...)
	}
	if len(all) == 0 && r.Reason != "" {
		all = append(all, understood{known: confirmedIf(said.Reason != nil)})
	}
	for i := range all {
		all[i].reason = r.Reason
		if all[i].known == confirmed {
			continue
		}
		switch {
		case r.Reason == forms.SameAs && s.answer.As != "":
			all[i].known = "same as " + s.answer.As
		case s.chosen:
			all[i].known = "chosen"
		}
	}
	return all
}

const confirmed = "confirmed"

func confirmedIf(said bool) string {
	if said {
		return confirmed
	}
	return "read"
}

// amountsUnderstood are those of the text, and the total where no amount states
// it. A total that a person gave stands in the place of the one in the text.
func amountsUnderstood(r forms.Reading, said forms.Correction) []understood {
	if r.Money == nil {
		return nil
	}
	var all []understood
	stated := false
	for _, a := range r.Amounts {
		share := "part"
		if a.Total || len(r.Amounts) == 1 && said.Total == nil && said.Currency == nil {
			share = "total"
		}
		if share == "total" && (said.Total != nil || said.Currency != nil) {
			continue
		}
		stated = stated || share == "total"
		all = append(all, understood{
			amount: &a.Amount, currency: a.Currency, label: a.Label, payer: a.Payer, estimated: &a.Estimated,
			share: share, known: confirmedIf(false),
		})
	}
	if r.Total == nil || stated {
		return all
	}
	total := understood{amount: r.Total, currency: r.Currency, share: "sum of the parts", known: confirmedIf(said.Total != nil || said.Currency != nil)}
	if total.known == confirmed {
		total.share = "total"
	}
	return append(all, total)
}

func periodUnderstood(r forms.Reading, said forms.Correction) []understood {
	if r.Period == nil || r.Start == nil && r.End == nil && r.Months == nil {
		return nil
	}
	return []understood{{start: r.Start, end: r.End, months: r.Months, known: confirmedIf(said.Start != nil || said.End != nil || said.Months != nil)}}
}

func verdictUnderstood(r forms.Reading, said forms.Correction) []understood {
	if r.Verdict == nil || r.Verdict.Verdict == forms.Unread {
		return nil
	}
	return []understood{{verdict: r.Verdict.Verdict, known: confirmedIf(said.Verdict != nil)}}
}

func linksUnderstood(r forms.Reading, said forms.Correction) (all []understood) {
	if r.Links == nil {
		return nil
	}
	for _, link := range r.Links.Links {
		all = append(all, understood{link: link, known: confirmedIf(said.Links != nil)})
	}
	return all
}

func languagesUnderstood(r forms.Reading, said forms.Correction) (all []understood) {
	if r.Languages == nil {
		return nil
	}
	for i, language := range r.Languages.Languages {
		u := understood{language: language, known: confirmedIf(said.Languages != nil)}
		if i < len(r.Tags) {
			u.tag = r.Tags[i]
		}
		all = append(all, u)
	}
	return all
}

func channelsUnderstood(r forms.Reading, said forms.Correction) (all []understood) {
	if r.Channels == nil {
		return nil
	}
	for _, channel := range r.Channels.Channels {
		all = append(all, understood{channel: channel, known: confirmedIf(said.Channels != nil)})
	}
	return all
}

func countriesUnderstood(r forms.Reading, said forms.Correction) (all []understood) {
	if r.Countries == nil {
		return nil
	}
	for _, country := range r.Countries.Countries {
		all = append(all, understood{country: country, known: confirmedIf(said.Countries != nil)})
	}
	return all
}

func emailsUnderstood(r forms.Reading, said forms.Correction) (all []understood) {
	if r.Emails == nil {
		return nil
	}
	for _, email := range r.Emails.Emails {
		all = append(all, understood{email: email, known: confirmedIf(said.Emails != nil)})
	}
	return all
}

func choiceUnderstood(r forms.Reading, said forms.Correction) []understood {
	if r.Choice == nil || r.Choice.Choice == "" {
		return nil
	}
	return []understood{{choice: r.Choice.Choice, known: confirmedIf(said.Choice != nil)}}
}

func numberUnderstood(r forms.Reading, said forms.Correction) []understood {
	if r.Number == nil || r.Number.Number == nil {
		return nil
	}
	return []understood{{number: r.Number.Number, known: confirmedIf(said.Number != nil)}}
}

func dateUnderstood(r forms.Reading, said forms.Correction) []understood {
	if r.Date == nil || r.Date.Date == nil {
		return nil
	}
	return []understood{{date: r.Date.Date, known: confirmedIf(said.Date != nil)}}
}

func startUnderstood(r forms.Reading, said forms.Correction) []understood {
	if r.Started == nil {
		return nil
	}
	return []understood{{started: &r.Started.Started, known: confirmedIf(said.Started != nil)}}
}

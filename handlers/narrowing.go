package handlers

import (
	"slices"

	"ahq/forms"
	"ahq/workflow"
)

// narrowings are the ways in which answers can be narrowed, each with what can be
// chosen there; nothing where the question or its table has nothing of the kind.
var narrowings = []struct {
	name  string
	label phrase
	offer func(workflow.SideBySide) []choice
}{
	{"section", say("sides.section"), sectionOffered},
	{"verdict", say("sides.verdict"), verdictsOffered},
	{"reason", say("sides.reason"), func(workflow.SideBySide) []choice { return withNone(reasonsOffered, say("sides.no_reason")) }},
	{"currency", say("sides.currency"), currenciesOffered},
	{"year", say("sides.year"), yearsOffered},
	{"platform", say("sides.platform"), platformsOffered},
	{"channel", say("sides.channel"), channelsOffered},
}

// narrowing are the fields of the page, as they are chosen.
func narrowing(found workflow.SideBySide) []choiceField {
	var fields []choiceField
	for _, n := range narrowings {
		offered := n.offer(found)
		if len(offered) == 0 {
			continue
		}
		at := slices.IndexFunc(soughtFields, func(f soughtField) bool { return f.name == n.name })
		all := append([]choice{{Text: say("sides.any")}}, offered...)
		fields = append(fields, choiceField{n.name, n.label, chosen(all, *soughtFields[at].of(&found.Sought))})
	}
	return fields
}

// narrowed says whether not all is shown.
func narrowed(s workflow.Sought) bool {
	return s.Only || slices.ContainsFunc(soughtFields, func(f soughtField) bool { return *f.of(&s) != "" })
}

func withNone(all []choice, none phrase) []choice {
	return append(slices.Clone(all), choice{Value: workflow.None, Text: none})
}

func sectionOffered(found workflow.SideBySide) []choice {
	if len(found.Table.Sections) < 2 {
		return nil
	}
	var all []choice
	for _, s := range found.Table.Sections {
		all = append(all, choice{Value: s.ID, Text: plain(shortened(s.Title, longestName))})
	}
	return all
}

// verdictsNamed are the verdicts to choose from.
var verdictsNamed = []choice{
	{Value: string(forms.Yes), Text: say("sides.yes")}, {Value: string(forms.No), Text: say("sides.no")},
	{Value: string(forms.Unknown), Text: say("sides.unknown")}, {Value: string(forms.Moot), Text: say("sides.moot")},
}

func verdictsOffered(found workflow.SideBySide) []choice {
	if found.Question.Kind != forms.VerdictKind {
		return nil
	}
	return withNone(verdictsNamed, say("sides.unread"))
}

func currenciesOffered(found workflow.SideBySide) []choice {
	if found.Question.Kind != forms.MoneyKind {
		return nil
	}
	var all []choice
	for _, c := range found.Money {
		name := plain(c)
		if c == workflow.Unnamed {
			name = say("sides.unnamed")
		}
		all = append(all, choice{Value: c, Text: name})
	}
	return withNone(all, say("sides.no_total"))
}

func yearsOffered(found workflow.SideBySide) []choice {
	if !asks(found.Table, forms.PeriodKind) {
		return nil
	}
	var all []choice
	for _, y := range found.Years {
		all = append(all, choice{Value: y, Text: plain(y)})
	}
	return withNone(all, say("sides.no_year"))
}

func platformsOffered(found workflow.SideBySide) []choice {
	if !asks(found.Table, forms.LinksKind) {
		return nil
	}
	var all []choice
	for _, name := range workflow.Platforms() {
		all = append(all, choice{Value: name, Text: english(name)})
	}
	return withNone(all, say("sides.no_platform"))
}

func channelsOffered(found workflow.SideBySide) []choice {
	if !asks(found.Table, forms.ChannelsKind) {
		return nil
	}
	var all []choice
	for _, c := range forms.ChannelNames() {
		all = append(all, choice{Value: string(c.ID), Text: english(c.Name)})
	}
	return withNone(all, say("sides.no_channel"))
}

// asks says whether a table has a question of the kind.
func asks(t forms.Table, kind forms.Kind) bool {
	return slices.ContainsFunc(t.Questions(), func(q forms.Question) bool { return q.Kind == kind })
}

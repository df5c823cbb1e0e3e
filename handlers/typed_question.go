package handlers

import (
	"net/url"
	"reflect"
	"slices"
	"strings"

	"ahq/forms"
)

// typedQuestion is what a form says of a question. What the form does not ask
// stays as it is stored.
func typedQuestion(form url.Values, stored forms.Question) forms.Question {
	q := stored
	q.Number, q.Label, q.Help = form.Get("number"), lineEnds(form.Get("label")), lineEnds(form.Get("help"))
	if q.Label != stored.Label {
		q.Asked = "" // it was other words for the same
	}
	q.Rules = typedRules(form["rules"], stored)
	q.Topic, q.Options = forms.Topic(form.Get("topic")), typedOptions(form)
	if kind := forms.Kind(form.Get("kind")); kind != "" {
		q.Kind = stored.Kind // so that it becomes the other kind now
		q = q.As(kind)
	}
	q.Audience, q.When = form["audience"], typedCondition(form)
	return q
}

// typedRules are those that were chosen, and those that the form did not offer.
func typedRules(picked []string, stored forms.Question) string {
	offered := forms.RulesFor(stored.Kind)
	kept := slices.DeleteFunc(stored.Tags(), func(tag string) bool { return slices.Contains(offered, tag) })
	for _, tag := range offered {
		if slices.Contains(picked, tag) {
			kept = append(kept, tag)
		}
	}
	return strings.Join(kept, ",")
}

// typedOptions are those that say something, in the order of the form, the one
// that is moved up before its neighbour.
func typedOptions(form url.Values) []forms.Option {
	var all []forms.Option
	ids, up := form["option_id"], form.Get("option_up")
	for i, label := range form["option"] {
		if label = strings.TrimSpace(label); label == "" || i >= len(ids) {
			continue
		}
		all = append(all, forms.Option{ID: ids[i], Label: label})
		if last := len(all) - 1; last > 0 && up != "" && ids[i] == up {
			all[last], all[last-1] = all[last-1], all[last]
		}
	}
	return all
}

// typedCondition is when it is asked at all: the answers count only for the question
// that they were shown with.
func typedCondition(form url.Values) *forms.Condition {
	question := form.Get("when")
	if question == "" {
		return nil
	}
	when := &forms.Condition{Question: question}
	if question == form.Get("when_was") {
		when.Is = form["is"]
	}
	return when
}

// questionDifferences are where a question is not as what is stored now: what
// stands, and what was typed.
func (d draftDesk) questionDifferences(typed, stored forms.Question) []change {
	l, at, _ := d.Q.Find(stored.ID)
	before := d.Q.Before(l, at)
	var all []change
	for _, field := range questionFields {
		yours, theirs := field.show(d, before, typed), field.show(d, before, stored)
		if !reflect.DeepEqual(yours, theirs) {
			all = append(all, change{What: field.label, Before: theirs, After: yours})
		}
	}
	return all
}

// questionFields are what a form says of a question, in words, to be compared.
var questionFields = []struct {
	label phrase
	show  func(draftDesk, []forms.Question, forms.Question) phrase
}{
	{say("question.label"), func(_ draftDesk, _ []forms.Question, q forms.Question) phrase { return plain(q.Label) }},
	{say("question.printed_number"), func(_ draftDesk, _ []forms.Question, q forms.Question) phrase { return plain(q.Number) }},
	{say("question.help"), func(_ draftDesk, _ []forms.Question, q forms.Question) phrase { return plain(q.Help) }},
	{say("question.kind"), func(_ draftDesk, _ []forms.Question, q forms.Question) phrase { return kindNames[q.Kind] }},
	{say("question.topic"), func(_ draftDesk, _ []forms.Question, q forms.Question) phrase {
		if q.Kind != forms.VerdictKind {
			return phrase{}
		}
		return worded(topicChoices, string(q.Topic))
	}},
	{say("question.options"), func(_ draftDesk, _ []forms.Question, q forms.Question) phrase {
		var labels []string
		for _, o := range q.Options {
			labels = append(labels, o.Label)
		}
		return plain(strings.Join(labels, "\n"))
	}},
	{say("question.rules"), func(_ draftDesk, _ []forms.Question, q forms.Question) phrase {
		var names []phrase
		for _, box := range ruleBoxes(q).Choices {
			if box.Chosen {
				names = append(names, box.Text)
			}
		}
		return oneAfterAnother(names)
	}},
	{say("question.audience"), func(d draftDesk, _ []forms.Question, q forms.Question) phrase { return inSentence(d.ncps(q.Audience)) }},
	{say("question.when"), func(_ draftDesk, before []forms.Question, q forms.Question) phrase { return onlyIf(before, q) }},
}

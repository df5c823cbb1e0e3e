package workflow

import (
	"context"
	"maps"
	"slices"
	"strings"

	"ahq/forms"
	"ahq/models"
)

// Correct issues a corrigendum: other words for the same questions. What is left
// empty stays as it is. Both wordings are kept, and all are told.
func (w *Workflow) Correct(ctx context.Context, by Actor, id models.AHQID, words models.Wording, why string) (models.AHQ, error) {
	return perform(ctx, w, by, Correct, given{id, words, why}, func(t *turn) (models.AHQ, error) {
		a, err := t.lockAHQ(ctx, id, Correct)
		if err != nil {
			return a, err
		}
		if a.State, err = next(ahqMoves, a.State, Correct); err != nil {
			return a, err
		}
		if words, err = corrected(a, words); err != nil {
			return a, err
		}
		if why, err = toldAll(why); err != nil {
			return a, err
		}
		return a, t.correct(ctx, &a, words, why)
	})
}

func (t *turn) correct(ctx context.Context, a *models.AHQ, words models.Wording, why string) error {
	earlier, err := t.Corrigenda(ctx, t.by.Scope(), a.ID)
	if err != nil {
		return err
	}
	c := models.Corrigendum{
		AHQID: a.ID, Number: len(earlier) + 1, At: t.now, ByID: t.by.Person.ID, Why: why,
		Before: wording(*a, words.Labels), After: words,
	}
	reword(a, words)
	if err := t.CreateCorrigendum(ctx, c); err != nil {
		return err
	}
	if err := t.moveAHQ(ctx, a, Correct, models.EventData{Number: c.Number, Why: why}); err != nil {
		return err
	}
	return t.tellAll(ctx, *a, ofAHQ(letterCorrected, *a, with{"Why": why}))
}

// corrected is the wording that will hold, of topic, background and the labels
// that change.
func corrected(a models.AHQ, words models.Wording) (models.Wording, error) {
	before := wording(a, words.Labels)
	after := models.Wording{Topic: words.Topic, Background: words.Background, Labels: map[string]string{}}
	if strings.TrimSpace(after.Topic) == "" {
		after.Topic = before.Topic
	}
	if len(after.Topic) > longestTopic || strings.ContainsAny(after.Topic, "\r\n") {
		return after, invalid("/topic", "a topic is one line of at most %d characters", longestTopic)
	}
	var err error
	if after.Topic, err = normal("/topic", after.Topic); err != nil {
		return after, err
	}
	if strings.TrimSpace(after.Background) == "" {
		after.Background = before.Background
	}
	if len(after.Background) > longestBackground {
		return after, invalid("/background", "this is too long: %d characters at most", longestBackground)
	}
	if after.Background, err = normal("/background", after.Background); err != nil {
		return after, err
	}
	for _, question := range slices.Sorted(maps.Keys(words.Labels)) {
		at := "/labels/" + escaped(question)
		was, known := before.Labels[question]
		if !known {
			return after, invalid(at, "there is no question %q: a corrigendum changes words, never ids", question)
		}
		label, err := normal(at, words.Labels[question])
		if err != nil {
			return after, err
		}
		if len(label) > longestWords {
			return after, invalid(at, "this is too long: %d characters at most", longestWords)
		}
		if label != was && strings.TrimSpace(label) != "" {
			after.Labels[question] = label
		}
	}
	if after.Topic == before.Topic && after.Background == before.Background && len(after.Labels) == 0 {
		return after, invalid("", "nothing is different: change the topic, the background or a label")
	}
	return after, nil
}

// wording of an AHQ as it is: topic, background, and those labels.
func wording(a models.AHQ, labels map[string]string) models.Wording {
	w := models.Wording{Topic: a.Topic, Background: a.Background, Labels: map[string]string{}}
	for q := range questions(&a.Questionnaire) {
		if _, wanted := labels[q.ID]; wanted {
			w.Labels[q.ID] = q.Label
		}
	}
	return w
}

// reword puts another wording into an AHQ. The questionnaire it had is left as
// it is: others may hold it.
func reword(a *models.AHQ, words models.Wording) {
	a.Topic, a.Background = words.Topic, words.Background
	a.Questionnaire = a.Questionnaire.Clone()
	for q := range questions(&a.Questionnaire) {
		if label, changed := words.Labels[q.ID]; changed {
			q.Label = label
		}
	}
}

// questions of a questionnaire, all of them, in place.
func questions(q *forms.Questionnaire) func(yield func(*forms.Question) bool) {
	return func(yield func(*forms.Question) bool) {
		lists := [][]forms.Question{q.Questions}
		for _, t := range q.Tables {
			lists = append(lists, t.Rows)
			if t.FollowUp != nil {
				lists = append(lists, t.FollowUp.Questions)
			}
		}
		for _, list := range lists {
			for i := range list {
				if !yield(&list[i]) {
					return
				}
			}
		}
	}
}

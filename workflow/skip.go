package workflow

import (
	"context"

	"ahq/models"
)

// SkipReminder leaves a step to come out, for one NCP or, without one, for all.
func (w *Workflow) SkipReminder(ctx context.Context, by Actor, id models.AHQID, ncp string, step models.StepID, why string) error {
	_, err := perform(ctx, w, by, SkipReminder, given{id, ncp, step, why}, func(t *turn) (none struct{}, err error) {
		a, chased, err := t.chased(ctx, id, ncp, SkipReminder)
		if err != nil {
			return none, err
		}
		if why, err = normalWord("/why", why); err != nil {
			return none, err
		}
		var all []models.Reminder
		for _, c := range chased {
			d, err := stepOf(c, step)
			if err != nil {
				return none, err
			}
			m := models.Reminder{
				ID: models.NewID[models.ReminderID](), AHQID: id, NCP: c.NCP, Step: d.step, About: d.about,
				Fate: models.Skipped, At: t.now, ByID: t.by.Person.ID, Why: why,
			}
			if _, is := behind(c, m); !is {
				all = append(all, m)
			}
		}
		if len(all) == 0 {
			return none, refuse(SkipReminder, "this step is behind us already: choose one that is to come")
		}
		if _, err := t.CreateReminders(ctx, all); err != nil {
			return none, err
		}
		return none, t.moveAHQ(ctx, &a, SkipReminder, models.EventData{NCP: ncp, Subject: string(step), Why: why})
	})
	return err
}

// normalWord is a word that people may leave out.
func normalWord(pointer, word string) (string, error) {
	if word == "" {
		return "", nil
	}
	return said(pointer, word)
}

package workflow

import "context"

// SetSetting sets one of the operator's own texts: "prefix", "disclaimer" and
// "withheld" stand in documents in place of ours.
func (w *Workflow) SetSetting(ctx context.Context, by Actor, name, value string) error {
	_, err := perform(ctx, w, by, ManageSettings, given{name, value}, func(t *turn) (none struct{}, err error) {
		if err := t.by.may(ManageSettings, t.by.Parts()); err != nil {
			return none, err
		}
		if value, err = normal("/value", value); err != nil {
			return none, err
		}
		return none, t.SetSetting(ctx, name, value)
	})
	return err
}

package workflow

import "context"

// SetSetting puts a text of the operator's in place of the default.
func (w *Workflow) SetSetting(ctx context.Context, by Actor, name, value string) error {
	asked := struct{ Name, Value string }{name, value}
	_, err := perform(ctx, w, by, ManageSettings, asked, func(t *turn) (none struct{}, err error) {
		if err := t.may(ManageSettings, t.by.Parts()); err != nil {
			return none, err
		}
		return none, t.SetSetting(ctx, name, value)
	})
	return err
}

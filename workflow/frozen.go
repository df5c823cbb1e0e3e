package workflow

import (
	"context"

	"ahq/models"
)

// A wordStore is what is read of words and names, in a transaction or outside.
type wordStore interface {
	Setting(context.Context, string) (string, error)
	NCPs(context.Context) ([]models.NCP, error)
	Addressees(context.Context, models.Scope, models.AHQID) ([]models.Addressee, error)
	Responses(context.Context, models.Scope, models.AHQID) ([]models.Response, error)
}

// frozen is what an edition prints beside its versions, as it stands now.
func (w *Workflow) frozen(ctx context.Context, from wordStore, a models.AHQ) (f models.Frozen, err error) {
	everything := models.Scope{Unlimited: true}
	f = models.Frozen{AHQ: a, Names: map[string]string{}}
	if f.Texts, err = w.texts(ctx, from); err != nil {
		return f, err
	}
	ncps, err := from.NCPs(ctx)
	if err != nil {
		return f, err
	}
	for _, n := range ncps {
		f.Names[n.Code] = n.Name
	}
	if f.Addressees, err = from.Addressees(ctx, everything, a.ID); err != nil {
		return f, err
	}
	for _, x := range f.Addressees {
		f.Names[x.NCP] = x.Name
	}
	responses, err := from.Responses(ctx, everything, a.ID)
	for _, r := range responses {
		if r.DeclinedAt != nil && r.InForce == 0 {
			f.Declined = append(f.Declined, r.NCP)
		}
	}
	return f, err
}

// frozenIn is what an edition prints beside its versions. One from before
// editions kept it takes it from the AHQ as it stands.
func (w *Workflow) frozenIn(ctx context.Context, c models.Compilation) (models.Frozen, error) {
	if c.Frozen != nil {
		return *c.Frozen, nil
	}
	a, err := w.Store.AHQ(ctx, models.Scope{Unlimited: true}, c.AHQID)
	if err != nil {
		return models.Frozen{}, err
	}
	return w.frozen(ctx, w.Store, a)
}

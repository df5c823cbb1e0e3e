package seeds

import (
	"context"

	"ahq/workflow"
)

// hook is a system that is to be told what happens. It is switched off before
// anything goes out: the small world tells nobody.
func (p *play) hook(ctx context.Context) (err error) {
	p.register, _, err = p.flow.CreateHook(ctx, workflow.Itself(), workflow.HookForm{
		Name: "A register of sample queries", URL: "https://register.example.org/hooks/ahq", Events: workflow.HookEvents(),
	})
	return err
}

func (p *play) silence(ctx context.Context) error {
	_, err := p.flow.SwitchHook(ctx, workflow.Itself(), p.register.ID, false)
	return err
}

package seeds

import (
	"context"
	"strings"

	"ahq/models"
	"ahq/workflow"
)

// offices are the NCPs that have people in this world, by the word for theirs.
var offices = []struct{ ncp, word string }{
	{"AT", "Austrian"}, {"BE", "Belgian"}, {"CZ", "Czech"}, {"DE", "German"}, {"DK", "Danish"},
	{"EE", "Estonian"}, {"FI", "Finnish"}, {"FR", "French"}, {"GB", "British"}, {"IT", "Italian"},
	{"LV", "Latvian"}, {"NL", "Dutch"}, {"NO", "Norwegian"}, {"SE", "Swedish"},
}

var administrator = workflow.NewPerson{Email: "administrator@example.org", Name: "Administrator", Administrator: true}

// compiler works for Norway and compiles what Norway asks.
var compiler = workflow.NewPerson{
	Email: "compiler@example.org", Name: "Norwegian compiler",
	Memberships: []models.Membership{{NCP: "NO", Role: models.Reader}},
}

// people brings everybody in: a coordinator an NCP, Belgium's colleagues, the
// compiler and the administrator.
func (p *play) people(ctx context.Context) error {
	everybody := []workflow.NewPerson{
		administrator, compiler,
		office("BE", "Belgian", models.Contributor), office("BE", "Belgian", models.Reader),
	}
	for _, o := range offices {
		everybody = append(everybody, office(o.ncp, o.word, models.Coordinator))
	}
	for _, person := range everybody {
		made, err := p.flow.Bootstrap(ctx, person, p.password)
		if err != nil {
			return err
		}
		if p.actors[made.Email], err = p.flow.Actor(ctx, made.ID); err != nil {
			return err
		}
	}
	return nil
}

// coordinator is the one of an NCP.
func (p *play) coordinator(ncp string) workflow.Actor {
	return p.actors[email(ncp, models.Coordinator)]
}

func office(ncp, word string, role models.Role) workflow.NewPerson {
	return workflow.NewPerson{
		Email: email(ncp, role), Name: word + " " + string(role),
		Memberships: []models.Membership{{NCP: ncp, Role: role}},
	}
}

func email(ncp string, role models.Role) string {
	return string(role) + "." + strings.ToLower(ncp) + "@example.org"
}

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"ahq/models"
	"ahq/workflow"
)

// personCommand is about people: the first administrator comes in this way.
type personCommand struct {
	Add  personAddCommand  `cmd:"" help:"Add a person and print the link with which they choose a password."`
	List personListCommand `cmd:"" help:"Everybody, with what they may do."`

	Password personPasswordCommand `cmd:"" help:"Print a link with which somebody chooses a new password, for where no mail goes out."`
}

type personAddCommand struct {
	Storage       storage  `embed:""`
	Email         string   `arg:"" help:"Where mail reaches them; they sign in with it."`
	Name          string   `arg:"" help:"Their office: \"Belgian coordinator\"."`
	Administrator bool     `help:"Manages people, participants and settings."`
	Role          []string `help:"What they are to an NCP: BE=coordinator (or contributor, reader). Repeatable." placeholder:"NCP=ROLE"`
	URL           string   `default:"http://localhost:8080" help:"Where people reach the service."`
}

// Run invites the person in the name of ahq itself.
func (c *personAddCommand) Run(ctx context.Context, stdout io.Writer) error {
	memberships, err := c.memberships()
	if err != nil {
		return err
	}
	flow, err := c.Storage.flow(ctx, realTime)
	if err != nil {
		return err
	}
	defer closing(flow.Store)
	flow.URL = c.URL
	person := workflow.NewPerson{Email: c.Email, Name: c.Name, Administrator: c.Administrator, Memberships: memberships}
	_, secret, err := flow.Invite(ctx, workflow.Itself(), person)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(stdout, "%s chooses a password at %s\n", c.Name, flow.Address("/invitation/"+secret))
	return err
}

type personPasswordCommand struct {
	Storage storage `embed:""`
	Email   string  `arg:"" help:"The address they sign in with."`
	URL     string  `default:"http://localhost:8080" help:"Where people reach the service."`
}

// Run makes a link in the name of ahq itself.
func (c *personPasswordCommand) Run(ctx context.Context, stdout io.Writer) error {
	flow, err := c.Storage.flow(ctx, realTime)
	if err != nil {
		return err
	}
	defer closing(flow.Store)
	flow.URL = c.URL
	secret, err := flow.ResetLink(ctx, c.Email)
	if errors.Is(err, models.ErrNotFound) {
		return fmt.Errorf("%w: nobody who can sign in has the address %q: ahq person list shows who can", errUse, c.Email)
	}
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(stdout, "%s chooses a password within 2 hours at %s\n", c.Email, flow.Address("/reset/"+secret))
	return err
}

func (c *personAddCommand) memberships() ([]models.Membership, error) {
	var all []models.Membership
	for _, given := range c.Role {
		ncp, role, ok := strings.Cut(given, "=")
		if !ok {
			return nil, fmt.Errorf("%w: --role %q is not like BE=coordinator", errUse, given)
		}
		all = append(all, models.Membership{NCP: strings.ToUpper(ncp), Role: models.Role(role)})
	}
	return all, nil
}

type personListCommand struct {
	Storage storage `embed:""`
}

// Run prints a line a person.
func (c *personListCommand) Run(ctx context.Context, stdout io.Writer) error {
	store, err := c.Storage.open(ctx)
	if err != nil {
		return err
	}
	defer closing(store)
	persons, err := store.Persons(ctx)
	if err != nil {
		return err
	}
	for _, p := range persons {
		if err := c.line(ctx, store, p, stdout); err != nil {
			return err
		}
	}
	return nil
}

func (c *personListCommand) line(ctx context.Context, store *models.Store, p models.Person, out io.Writer) error {
	memberships, err := store.Memberships(ctx, p.ID)
	if err != nil {
		return err
	}
	var what []string
	for _, m := range memberships {
		what = append(what, m.NCP+"="+string(m.Role))
	}
	if p.Administrator {
		what = append(what, "administrator")
	}
	if p.BlockedAt != nil {
		what = append(what, "blocked")
	}
	_, err = fmt.Fprintf(out, "%s\t%s\t%s\n", p.Email, p.Name, strings.Join(what, " "))
	return err
}

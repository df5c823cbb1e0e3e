package workflow

import (
	"strings"
	"testing"
	"time"

	"ahq/models"
	"ahq/models/modelstest"
)

const goodPassword = "correct horse battery"

func TestComingIn(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		p, secret, err := w.Invite(w.ctx, w.as("administrator"), NewPerson{Email: " New@AHQ.example ", Name: "new coordinator", Memberships: []models.Membership{{NCP: "AT", Role: models.Coordinator}}})
		w.must(err)
		w.people[p.Name] = p.ID
		_, err = w.SignIn(w.ctx, "new@ahq.example", "")
		w.expect(err, "not right")
		if who, err := w.LinkPerson(w.ctx, secret); err != nil || who.ID != p.ID {
			t.Errorf("the link is of %q: %v", who.Name, err)
		}
		_, err = w.ChoosePassword(w.ctx, secret, "short")
		w.expect(err, "/password")
		a, err := w.ChoosePassword(w.ctx, secret, goodPassword)
		w.must(err)
		if !a.Is("AT", models.Coordinator) {
			t.Errorf("came in as %+v", a)
		}
		_, err = w.ChoosePassword(w.ctx, secret, goodPassword+"!")
		w.expect(err, "not found")
		for _, c := range []struct{ email, password, refused string }{
			{"NEW@ahq.example ", goodPassword, ""},
			{"new@ahq.example", goodPassword + "!", "not right"},
			{"who@ahq.example", goodPassword, "not right"},
			{"nobody@ahq.example", "", "not right"},
		} {
			_, err := w.SignIn(w.ctx, c.email, c.password)
			w.expect(err, c.refused)
		}
		w.must(w.Block(w.ctx, w.as("administrator"), p.ID, true))
		_, err = w.SignIn(w.ctx, "new@ahq.example", goodPassword)
		w.expect(err, "not right")
		w.must(w.RequestReset(w.ctx, "new@ahq.example"))
		w.must(w.RequestReset(w.ctx, "who@ahq.example"))
		if n := w.told("new coordinator", "new password"); n != 0 {
			t.Errorf("somebody who is blocked gets %d links", n)
		}
		w.must(w.Block(w.ctx, w.as("administrator"), p.ID, false))
		w.must(w.RequestReset(w.ctx, "New@ahq.example"))
		if n := w.told("new coordinator", "new password"); n != 1 {
			t.Errorf("who asks for a new password gets %d links", n)
		}
		w.expect(w.Block(w.ctx, w.as("administrator"), w.people["administrator"], true), "another administrator")
	})
}

func TestALinkExpires(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	_, secret, err := w.Invite(w.ctx, Itself(), NewPerson{Email: "x@ahq.example", Name: "x"})
	w.must(err)
	w.clock.pass(invitationLives - time.Minute)
	if _, err := w.LinkPerson(w.ctx, secret); err != nil {
		t.Errorf("a minute before it expires: %v", err)
	}
	w.clock.pass(time.Minute)
	_, err = w.LinkPerson(w.ctx, secret)
	w.expect(err, "not found")
	_, err = w.ChoosePassword(w.ctx, secret, goodPassword)
	w.expect(err, "not found")
}

func TestWhoCanBeInvited(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	member := func(ncp string, role models.Role) []models.Membership {
		return []models.Membership{{NCP: ncp, Role: role}}
	}
	for _, c := range []struct {
		person  NewPerson
		refused string
	}{
		{NewPerson{Email: "no address", Name: "x"}, "/email"},
		{NewPerson{Email: "X <x@ahq.example>", Name: "x"}, "/email"},
		{NewPerson{Email: "Nobody@ahq.example", Name: "x"}, "/email"},
		{NewPerson{Email: "y@ahq.example", Name: " "}, "/name"},
		{NewPerson{Email: "y@ahq.example", Name: "y", Memberships: member("XX", models.Reader)}, "/memberships/0/ncp"},
		{NewPerson{Email: "y@ahq.example", Name: "y", Memberships: member("BE", "boss")}, "/memberships/0/role"},
		{NewPerson{Email: "y@ahq.example", Name: "y", Memberships: append(member("BE", models.Reader), member("BE", models.Coordinator)...)}, "/memberships/1/ncp"},
		{NewPerson{Email: "y@ahq.example", Name: "y", Memberships: member("BE", models.Reader)}, ""},
	} {
		_, _, err := w.Invite(w.ctx, w.as("administrator"), c.person)
		w.expect(err, c.refused)
	}
}

func TestTokens(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		token, secret, err := w.CreateToken(w.ctx, w.as("BE coordinator"), "nightly", 0)
		w.must(err)
		if !strings.HasPrefix(secret, "ahq_") || !token.ExpiresAt.Equal(w.Now().AddDate(0, 0, 90)) {
			t.Errorf("the token %q expires on %s", secret, token.ExpiresAt)
		}
		a, err := w.BearerActor(w.ctx, secret)
		w.must(err)
		if !a.Is("BE", models.Coordinator) {
			t.Errorf("it acts for %+v", a)
		}
		_, err = w.BearerActor(w.ctx, "ahq_other")
		w.expect(err, "not right")
		_, _, err = w.CreateToken(w.ctx, w.as("BE coordinator"), "", 1)
		w.expect(err, "/name")
		_, _, err = w.CreateToken(w.ctx, w.as("BE coordinator"), "for ever", 4000)
		w.expect(err, "/days")
		w.expect(w.RevokeToken(w.ctx, w.as("AT coordinator"), token.ID), "not found")
		w.clock.pass(90 * 24 * time.Hour)
		_, err = w.BearerActor(w.ctx, secret)
		w.expect(err, "not right")
		_, secret, err = w.CreateToken(w.ctx, w.as("BE coordinator"), "another", 10)
		w.must(err)
		tokens, err := store.Tokens(w.ctx, w.people["BE coordinator"])
		w.must(err)
		w.must(w.RevokeToken(w.ctx, w.as("BE coordinator"), tokens[0].ID))
		_, err = w.BearerActor(w.ctx, secret)
		w.expect(err, "not right")
	})
}

func TestParticipants(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	for _, c := range []struct {
		ncp     models.NCP
		refused string
	}{
		{models.NCP{Code: "DK", Name: "Denmark", Role: models.Invited}, ""},
		{models.NCP{Code: "BE", Name: "Belgium", Role: models.Member}, "exists already"},
		{models.NCP{Code: "dk", Name: "Denmark", Role: models.Invited}, "/code"},
		{models.NCP{Code: "SE", Role: models.Member}, "/name"},
		{models.NCP{Code: "SE", Name: "Sweden", Role: "friend"}, "/role"},
		{models.NCP{Code: "SE", Name: "Sweden", Role: models.Member, FromDay: "1995"}, "/from_day"},
		{models.NCP{Code: "SE", Name: "Sweden", Role: models.Member, FromDay: "1995-01-01", UntilDay: "1994-01-01"}, "/until_day"},
	} {
		w.expect(w.SaveNCP(w.ctx, w.as("administrator"), c.ncp), c.refused)
	}
}

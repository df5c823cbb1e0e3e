package api

import (
	"context"
	"time"

	"ahq/models"
	"ahq/workflow"
)

// A NewToken lets a program act for who asks for it.
type NewToken struct {
	Name string `json:"name" doc:"What it is for"`
	Days int    `json:"days,omitempty" doc:"How long it lives: 1 to 366; absent: 90"`
}

// A Token is one that was made, without its secret.
type Token struct {
	ID        models.TokenID `json:"id"`
	Name      string         `json:"name"`
	CreatedAt time.Time      `json:"created_at"`
	ExpiresAt time.Time      `json:"expires_at"`
	RevokedAt *time.Time     `json:"revoked_at,omitempty"`
}

// A MadeToken is a token with its secret, which is shown this once.
type MadeToken struct {
	Token
	Secret string `json:"secret,omitempty" doc:"What to send as Authorization: Bearer; absent when the request is sent again under its Idempotency-Key"`
}

// Tokens are one's own, newest first.
type Tokens struct {
	Tokens []Token `json:"tokens"`
}

func tokenOf(t models.Token) Token {
	return Token{t.ID, t.Name, t.CreatedAt, t.ExpiresAt, t.RevokedAt}
}

func (a *api) tokens(ctx context.Context, by workflow.Actor, _ *Nothing) (*Plain[Tokens], error) {
	stored, err := a.store.Tokens(ctx, by.Person.ID)
	all := Tokens{}
	for _, t := range stored {
		all.Tokens = append(all.Tokens, tokenOf(t))
	}
	return plain(all), err
}

func (a *api) createToken(ctx context.Context, by workflow.Actor, in *struct{ Sent[NewToken] }) (*Made[MadeToken], error) {
	t, secret, err := a.Flow.CreateToken(ctx, by, in.sent.Name, in.sent.Days)
	return made(MadeToken{tokenOf(t), secret}, "tokens", string(t.ID)), err
}

func (a *api) revokeToken(ctx context.Context, by workflow.Actor, in *struct {
	Token models.TokenID `path:"token"`
}) (*Done, error) {
	return &Done{}, a.Flow.RevokeToken(ctx, by, in.Token)
}

package workflow

import (
	"context"
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"time"

	"github.com/go-json-experiment/json"

	"ahq/models"
)

// A SignedReceipt says what was handed in and when. Its signature is Ed25519 (RFC 8032)
// over the canonical JSON (RFC 8785) of all the rest, so that whoever has the
// public key can tell that it is ours, and that nothing in it was changed.
type SignedReceipt struct {
	AHQ           string    `json:"ahq"`
	NCP           string    `json:"ncp"`
	Version       int       `json:"version"`
	Submitted     time.Time `json:"submitted"`
	Late          bool      `json:"late"`
	Wider         bool      `json:"wider"`
	Questionnaire string    `json:"questionnaire"` // hash of what was asked
	Hash          string    `json:"hash"`          // of the version: its content is in it
	Key           string    `json:"key"`           // the public key, base64url
	Signature     string    `json:"signature,omitempty"`
}

// ErrNoReceipt is a text that is not a receipt of ours.
var ErrNoReceipt = errors.New("this is not a receipt of this service, or it was changed after it was signed")

// A handedIn is a version with what its receipt tells of it.
type handedIn struct {
	models.Version
	response models.Response
	ahq      models.AHQ
}

func (w *Workflow) handedIn(ctx context.Context, scope models.Scope, id models.ResponseID, number int) (h handedIn, err error) {
	if h.Version, err = w.Store.Version(ctx, scope, id, number); err != nil {
		return h, err
	}
	if h.response, err = w.Store.Response(ctx, scope, id); err != nil {
		return h, err
	}
	h.ahq, err = w.Store.AHQ(ctx, scope, h.response.AHQID)
	return h, err
}

// Receipt is the signed receipt of a version, for those who may see it.
func (w *Workflow) Receipt(ctx context.Context, scope models.Scope, id models.ResponseID, number int) (SignedReceipt, error) {
	h, err := w.handedIn(ctx, scope, id, number)
	if err != nil {
		return SignedReceipt{}, err
	}
	return w.receiptOf(ctx, h)
}

func (w *Workflow) receiptOf(ctx context.Context, h handedIn) (SignedReceipt, error) {
	return w.sign(ctx, SignedReceipt{
		AHQ: reference(h.ahq), NCP: h.response.NCP, Version: h.Number, Submitted: h.SubmittedAt, Late: h.Late,
		Wider: h.Wider, Questionnaire: h.Questionnaire, Hash: h.Hash,
	})
}

// VerifyReceipt reads a receipt, and says whether it is ours as we signed it.
func (w *Workflow) VerifyReceipt(ctx context.Context, text []byte) (r SignedReceipt, err error) {
	if err := json.Unmarshal(text, &r, json.RejectUnknownMembers(true)); err != nil {
		return r, ErrNoReceipt
	}
	ours, err := w.Store.SigningKeyIs(ctx, r.Key)
	if err != nil {
		return r, err
	}
	signed, err := r.signed()
	if err != nil {
		return r, err
	}
	if !ours || !signedBy(r.Key, r.Signature, signed) {
		return r, ErrNoReceipt
	}
	return r, nil
}

// PublicKey is what receipts are checked with: Ed25519, base64url.
func (w *Workflow) PublicKey(ctx context.Context) (string, error) {
	k, err := w.signingKey(ctx)
	return k.ID, err
}

func (w *Workflow) sign(ctx context.Context, r SignedReceipt) (SignedReceipt, error) {
	k, err := w.signingKey(ctx)
	if err != nil {
		return r, err
	}
	r.Key = k.ID
	text, err := r.signed()
	if err != nil {
		return r, err
	}
	r.Signature, err = signatureOf(k, text)
	return r, err
}

// signatureOf a text, base64url.
func signatureOf(k models.SigningKey, text []byte) (string, error) {
	private, err := k.Private()
	if err != nil {
		return "", err
	}
	return base64.RawURLEncoding.EncodeToString(ed25519.Sign(private, text)), nil
}

// signedBy says whether a signature over a text was made with the key.
func signedBy(key, signature string, text []byte) bool {
	public, wrongKey := base64.RawURLEncoding.DecodeString(key)
	made, wrongSignature := base64.RawURLEncoding.DecodeString(signature)
	return wrongKey == nil && wrongSignature == nil && len(public) == ed25519.PublicKeySize && ed25519.Verify(public, text, made)
}

// signed is what the signature is over.
func (r SignedReceipt) signed() ([]byte, error) {
	r.Signature = ""
	return canonical(r)
}

// signingKey is ours, made when it is first needed.
func (w *Workflow) signingKey(ctx context.Context) (k models.SigningKey, err error) {
	if k, err = w.Store.SigningKey(ctx); !errors.Is(err, models.ErrNotFound) {
		return k, err
	}
	if k, err = models.NewSigningKey(w.Now()); err != nil {
		return k, err
	}
	err = w.Store.Tx(ctx, func(tx *models.Tx) (err error) {
		k, err = tx.FirstSigningKey(ctx, k)
		return err
	})
	return k, err
}

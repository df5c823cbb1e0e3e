package workflow

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"io"
	"strings"

	"github.com/go-json-experiment/json"

	"ahq/models"
	"ahq/workflow/document"
)

// A receiptFile is what stands in a receipt that is laid out for people: the
// receipt, and a signature over the file itself, so that nobody changes what is
// to be read and leaves the receipt in it as it was.
type receiptFile struct {
	Receipt   *SignedReceipt `json:"receipt"`
	Signature string         `json:"file_signature"`
}

// longestReceiptFile is more than any receipt as a file has, in bytes.
const longestReceiptFile = 1 << 20

// blankSignature stands where the signature will be while the file is signed.
var blankSignature = strings.Repeat("A", base64.RawURLEncoding.EncodedLen(ed25519.SignatureSize))

// overFile is what the signature of a file is over: not to be taken for that of
// a receipt.
func overFile(blank []byte) []byte {
	sum := sha256.Sum256(blank)
	return []byte("receipt file " + hex.EncodeToString(sum[:]))
}

// sealed prints a document with its receipt in it, and signs the whole.
func (w *Workflow) sealed(ctx context.Context, d document.Document, r SignedReceipt) ([]byte, error) {
	k, err := w.signingKey(ctx)
	if err != nil {
		return nil, err
	}
	if d.Manifest, err = canonical(receiptFile{&r, blankSignature}); err != nil {
		return nil, err
	}
	var blank bytes.Buffer
	if err := document.Write(&blank, document.PDF, d); err != nil {
		return nil, err
	}
	signature, err := signatureOf(k, overFile(blank.Bytes()))
	if err != nil {
		return nil, err
	}
	return withSignature(blank.Bytes(), d.Manifest, blankSignature, signature)
}

// withSignature has another signature in the manifest of a file, and all else as
// it was.
func withSignature(file, manifest []byte, is, becomes string) ([]byte, error) {
	before := []byte(base64.StdEncoding.EncodeToString(manifest))
	after := base64.StdEncoding.EncodeToString(bytes.Replace(manifest, []byte(is), []byte(becomes), 1))
	if bytes.Count(file, before) != 1 || len(before) != len(after) {
		return nil, errors.New("a receipt as a file says once what it is")
	}
	return bytes.Replace(file, before, []byte(after), 1), nil
}

// receiptFileIn reads a file as a receipt that is laid out for people, if it is
// short enough to be one. One of which only the receipt inside is sound was
// altered.
func (w *Workflow) receiptFileIn(ctx context.Context, file io.ReaderAt, size int64, v *Verdict) (bool, error) {
	if size > longestReceiptFile {
		return false, nil
	}
	manifest, err := document.Manifest(file, size)
	if err != nil {
		return false, nil //nolint:nilerr // anyone's file: it says nothing
	}
	var said receiptFile
	if err := json.Unmarshal(manifest, &said); err != nil || said.Receipt == nil {
		return false, nil //nolint:nilerr // it says something else
	}
	inside, err := canonical(said.Receipt)
	if err != nil {
		return false, err
	}
	r, err := w.VerifyReceipt(ctx, inside)
	if errors.Is(err, ErrNoReceipt) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	text, err := io.ReadAll(io.NewSectionReader(file, 0, size))
	if err != nil {
		return false, err
	}
	v.Finding, v.AHQ, v.Receipt = Altered, r.AHQ, &r
	if blank, err := withSignature(text, manifest, said.Signature, blankSignature); err == nil && signedBy(r.Key, said.Signature, overFile(blank)) {
		v.Finding = IsReceipt
	}
	return true, nil
}

// ReceiptPDF is the receipt of a version as a page, for those who may see it. The
// same version always gives the same bytes.
func (w *Workflow) ReceiptPDF(ctx context.Context, scope models.Scope, id models.ResponseID, number int) (name string, body []byte, err error) {
	h, err := w.handedIn(ctx, scope, id, number)
	if err != nil {
		return "", nil, err
	}
	r, err := w.receiptOf(ctx, h)
	if err != nil {
		return "", nil, err
	}
	d, err := w.receiptPage(ctx, h, r)
	if err != nil {
		return "", nil, err
	}
	body, err = w.sealed(ctx, d, r)
	return r.Name() + ".pdf", body, err
}

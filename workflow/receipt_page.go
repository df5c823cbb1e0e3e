package workflow

import (
	"context"
	"fmt"
	"strings"

	"ahq/forms"
	"ahq/workflow/document"
)

// Name of the file that a receipt is in, without its ending.
func (r SignedReceipt) Name() string {
	return fmt.Sprintf("receipt-%s-%s-%d", strings.ReplaceAll(r.AHQ, "/", "-"), r.NCP, r.Version)
}

// receiptPage tells people what a receipt says, on one page.
func (w *Workflow) receiptPage(ctx context.Context, h handedIn, r SignedReceipt) (document.Document, error) {
	words, err := w.frozen(ctx, w.Store, h.ahq)
	if err != nil {
		return document.Document{}, err
	}
	by, err := w.Store.Person(ctx, h.SubmittedBy)
	f := worded(words)
	return document.Document{
		Title:    "Receipt: " + f.title(),
		Subject:  "AHQ " + r.AHQ,
		Author:   "EMN NCP " + f.names[lead(h.ahq)],
		Language: "en",
		Running:  fmt.Sprintf("AHQ %s · %s, version %d", r.AHQ, f.names[r.NCP], r.Version),
		Made:     h.SubmittedAt,
		Blocks: []document.Block{
			heading(0, "Receipt"),
			document.Paragraph{Text: document.Plain(fmt.Sprintf("%s has submitted version %d of its response.", f.names[r.NCP], r.Version))},
			f.submission(h, by.Name),
			heading(1, "How to verify it"),
			w.verification(),
			heading(1, "Fingerprints and signature"),
			f.proof(r),
		},
	}, err
}

// submission is what was handed in, when, and by whom.
func (f filtered) submission(h handedIn, by string) document.Facts {
	if h.Entered {
		by += ", of the requester, for the NCP"
	}
	facts := document.Facts{
		fact("Title", f.title()),
		fact("Requested by", f.requested()),
		fact("NCP", f.names[h.response.NCP]),
		fact("Version", fmt.Sprint(h.Number)),
		fact("Submitted", h.SubmittedAt.In(brussels).Format("2 January 2006, 15:04:05")+" in Brussels"+ifLate(h.Version)),
		fact("By", by),
	}
	if len(h.Organisations) > 0 {
		facts = append(facts, fact("Contributions from", strings.Join(h.Organisations, ", ")))
	}
	wider := "No: it stays within the EMN"
	if h.Wider {
		wider = "Yes: it may be published"
	}
	return append(facts,
		fact("Wider dissemination", wider),
		fact("Warnings", fmt.Sprintf("%d stayed open, %d confirmed", h.Warnings, confirmedWarnings(h.Content))))
}

// confirmedWarnings counts the warnings that a person said are as they should be.
func confirmedWarnings(c forms.Content) int {
	n := 0
	for _, a := range c.Answers {
		n += len(confirmedOf(a))
	}
	for _, r := range c.Records {
		n += len(confirmedOf(r.Note))
		for _, a := range r.Cells {
			n += len(confirmedOf(a))
		}
	}
	return n
}

// verification says how anybody can tell that the receipt is sound.
func (w *Workflow) verification() document.Block {
	verify, key := w.Address("/verify"), w.Address("/receipt-key")
	return document.List{Ordered: true, Items: []document.Text{
		{{Text: "Choose this file at "}, {Text: verify, Link: verify}, {Text: ", or run: ahq verify FILE. It says whether a single byte was changed."}},
		{{Text: "By other means: the signature is Ed25519 (RFC 8032) over the canonical JSON (RFC 8785) of the receipt without it. The receipt as JSON is in the metadata of this file; the public key is at "}, {Text: key, Link: key}, {Text: "."}},
	}}
}

// proof is what a program compares.
func (f filtered) proof(r SignedReceipt) document.Facts {
	return document.Facts{
		fact("Version (SHA-256)", r.Hash),
		fact("Questionnaire (SHA-256)", r.Questionnaire),
		fact("Public key", r.Key),
		fact("Signature", r.Signature),
	}
}

package models

import (
	"fmt"
	"slices"
)

// A State is how far a response is.
type State string

// The states of a response.
const (
	Draft     State = "draft"
	Submitted State = "submitted"
	Compiled  State = "compiled"
)

// An AHQState is how far an AHQ is.
type AHQState string

// The states of an AHQ.
const (
	AHQDraft  AHQState = "draft"
	Open      AHQState = "open"
	Closed    AHQState = "closed"
	Cancelled AHQState = "cancelled"
)

// A Role is what a person is to one NCP.
type Role string

// The roles of a person in an NCP.
const (
	Coordinator Role = "coordinator" // everything, submitting too
	Contributor Role = "contributor" // edits
	Reader      Role = "reader"      // reads
)

// A Participation is what an NCP is to the network.
type Participation string

// The participations.
const (
	Member     Participation = "member"
	Observer   Participation = "observer"
	Invited    Participation = "invited"
	Commission Participation = "commission"
)

// A Dissemination is who may read what was compiled.
type Dissemination string

// The disseminations of an AHQ. One that is for the EMN only has no public edition.
const (
	OpenDissemination Dissemination = "open"
	EMNOnly           Dissemination = "emn_only"
)

// An Audience is whom an edition is for.
type Audience string

// The audiences of an edition.
const (
	Internal Audience = "internal"
	Public   Audience = "public"
)

// A Wider says whether an NCP's answer may be disseminated beyond the network.
// It has no default: it is chosen when the response is submitted.
type Wider string

// The choices of wider dissemination.
const (
	WiderUnset Wider = ""
	WiderYes   Wider = "yes"
	WiderNo    Wider = "no"
)

// Scan reads a state as the database keeps it, and refuses one that is not.
func (s *State) Scan(stored any) error {
	return scan(s, stored, Draft, Submitted, Compiled)
}

// Scan reads a state as the database keeps it, and refuses one that is not.
func (s *AHQState) Scan(stored any) error {
	return scan(s, stored, AHQDraft, Open, Closed, Cancelled)
}

func scan[T ~string](into *T, stored any, known ...T) error {
	text, err := storedText(stored)
	if err != nil {
		return err
	}
	if !slices.Contains(known, T(text)) {
		return fmt.Errorf("%q is no %T: the database is newer than this program", text, *into)
	}
	*into = T(text)
	return nil
}

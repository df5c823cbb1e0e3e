package workflow

import (
	"context"
	"unicode/utf8"

	"github.com/alexedwards/argon2id"
)

// The lengths of a password, in characters.
const (
	shortestPassword = 12
	longestPassword  = 200
)

// hashers is how many passwords are hashed at a time.
const hashers = 2

// hardness is how much work it is to try a password. It is fixed, so that a
// hash costs the same on every machine.
var hardness = &argon2id.Params{Memory: 19 * 1024, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32}

// decoy is compared with where there is no password, so that an unknown address
// takes as long as a known one. No password is known to fit it.
const decoy = "$argon2id$v=19$m=19456,t=2,p=1$PWkl/qPvkdzpb9ljeFQdgg$RdZVRgZeay/ZwTL5p+kzQtbITGB414oS9LdRSUirXXs"

// checkPassword says what is wrong with a new password.
func checkPassword(password string) error {
	switch n := utf8.RuneCountInString(password); {
	case !utf8.ValidString(password):
		return invalid("/password", "this password holds bytes that are no characters: choose another one")
	case n < shortestPassword:
		return invalid("/password", "a password has at least %d characters: a few words will do", shortestPassword)
	case n > longestPassword:
		return invalid("/password", "a password has at most %d characters", longestPassword)
	}
	return nil
}

// hashed is a password as it is kept.
func (w *Workflow) hashed(ctx context.Context, password string) (string, error) {
	leave, err := w.hashing.enter(ctx, hashers)
	if err != nil {
		return "", err
	}
	defer leave()
	return argon2id.CreateHash(password, hardness)
}

// fits says whether a password is the one that is kept; kept may be "".
func (w *Workflow) fits(ctx context.Context, password, kept string) (bool, error) {
	leave, err := w.hashing.enter(ctx, hashers)
	if err != nil {
		return false, err
	}
	defer leave()
	against := kept
	if kept == "" {
		against = decoy
	}
	match, err := argon2id.ComparePasswordAndHash(password, against)
	return match && kept != "", err
}

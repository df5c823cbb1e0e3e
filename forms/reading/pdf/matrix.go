package pdf

import "math"

// A matrix turns, stretches and moves what is painted: x' = a x + c y + e,
// y' = b x + d y + f.
type matrix struct{ a, b, c, d, e, f float64 }

var unmoved = matrix{a: 1, d: 1}

// after is what happens when this matrix is applied first, and then another.
func (m matrix) after(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

// moved by a way in its own measures.
func (m matrix) moved(x, y float64) matrix { return matrix{1, 0, 0, 1, x, y}.after(m) }

// matrixOf six numbers; fewer move nothing.
func matrixOf(n []float64) matrix {
	if len(n) < 6 {
		return unmoved
	}
	return matrix{n[0], n[1], n[2], n[3], n[4], n[5]}
}

// upright says whether what it paints reads from left to right.
func (m matrix) upright() bool { return m.a > 0 && math.Abs(m.b) < m.a/10 }

// turned is how a page is shown that is turned clockwise.
func turned(degrees int64) matrix {
	switch (degrees%360 + 360) % 360 {
	case 90:
		return matrix{b: -1, c: 1}
	case 180:
		return matrix{a: -1, d: -1}
	case 270:
		return matrix{b: 1, c: -1}
	}
	return unmoved
}

using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Sendra.Domain.Common;

/// <summary>
/// Compares JSON numbers exactly, whatever their size: <c>1.10</c> equals <c>11e-1</c>, and 2⁵³ + 1 is greater than 2⁵³.
/// Time is linear in the digits.
/// </summary>
internal static class JsonNumber
{
    // With more, the place of a digit would no longer fit a long. Nobody counts in such numbers.
    private const long MaxExponent = 1_000_000_000_000_000_000;

    /// <summary>Less than, equal to or greater than 0; null when one is no number, or its exponent is beyond ±10¹⁸.</summary>
    internal static int? Compare(JsonElement left, JsonElement right)
    {
        if (left.ValueKind != JsonValueKind.Number || right.ValueKind != JsonValueKind.Number)
        {
            return null;
        }

        return Parts.TryRead(JsonMarshal.GetRawUtf8Value(left), out var a) && Parts.TryRead(JsonMarshal.GetRawUtf8Value(right), out var b)
            ? Parts.Compare(a, b)
            : null;
    }

    /// <summary>A text that equal numbers share, and only they; null when the exponent is beyond ±10¹⁸.</summary>
    internal static string? Canonical(JsonElement number) =>
        Parts.TryRead(JsonMarshal.GetRawUtf8Value(number), out var parts) ? parts.ToString() : null;

    /// <summary>A number as sign, digits from the first to the last that is not 0 (perhaps with the point), and the place of the first.</summary>
    private readonly ref struct Parts(int sign, ReadOnlySpan<byte> digits, long place)
    {
        private readonly ReadOnlySpan<byte> _digits = digits;

        private int Sign { get; } = sign;

        private long Place { get; } = place;

        internal static bool TryRead(ReadOnlySpan<byte> text, out Parts parts)
        {
            var sign = text[0] == '-' ? -1 : 1;
            var e = text.IndexOfAny((byte)'e', (byte)'E');
            var mantissa = (e < 0 ? text : text[..e]).TrimStart((byte)'-');
            var point = mantissa.IndexOf((byte)'.');
            var first = mantissa.IndexOfAnyExcept((byte)'0', (byte)'.');
            parts = default;
            if (first < 0)
            {
                return true;
            }

            long exponent = 0;
            if (e >= 0 && (!long.TryParse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
                || exponent is > MaxExponent or < -MaxExponent))
            {
                return false;
            }

            var whole = point < 0 ? mantissa.Length : point;
            parts = new Parts(sign, mantissa[first..].TrimEnd("0."u8), exponent + (first < whole ? whole - first - 1 : whole - first));
            return true;
        }

        internal static int Compare(Parts left, Parts right)
        {
            if (left.Sign != right.Sign || left.Sign == 0)
            {
                return left.Sign.CompareTo(right.Sign);
            }

            var size = left.Place.CompareTo(right.Place);
            return left.Sign * (size != 0 ? size : CompareDigits(left._digits, right._digits));
        }

        public override string ToString() => _digits.IsEmpty
            ? "0"
            : string.Create(CultureInfo.InvariantCulture, $"{(Sign < 0 ? "-" : "")}{Encoding.ASCII.GetString(_digits).Replace(".", "", StringComparison.Ordinal)}e{Place}");

        private static int CompareDigits(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
        {
            var (l, r) = (0, 0);
            while (true)
            {
                l += l < left.Length && left[l] == '.' ? 1 : 0;
                r += r < right.Length && right[r] == '.' ? 1 : 0;
                if (l == left.Length || r == right.Length)
                {
                    return (left.Length - l).CompareTo(right.Length - r);
                }

                if (left[l] != right[r])
                {
                    return left[l].CompareTo(right[r]);
                }

                l++;
                r++;
            }
        }
    }
}

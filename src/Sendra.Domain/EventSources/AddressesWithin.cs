using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Sendra.Domain.Contacts;

namespace Sendra.Domain.EventSources;

/// <summary>
/// The addresses that a delivery holds as whole values, in payload and headers (L3): by them an erasure finds what never became an
/// event of its person. What can't be read as JSON or a form is searched word by word.
/// </summary>
public static class AddressesWithin
{
    /// <summary>Most addresses that are found in a delivery of one item; each further item may have a few more.</summary>
    public const int Max = 50;

    private const int MaxOfFurtherItem = 4;

    // What has an @ and is no address costs time, too; whoever sends a megabyte of that gets no more of it.
    private const int CandidatesOfAnAddress = 10;

    // White space around an address is cut, and the domain is mapped: what is stored may be shorter than what was sent.
    private const int LongestCandidate = 400;

    private const string AroundWords = " \t\r\n\0\"'<>()[]{},;:=&|\\";

    /// <param name="payload">The body as it was read; null when it can't be.</param>
    /// <param name="body">The raw bytes, for a body that can't be read.</param>
    /// <param name="headers">The headers that are kept.</param>
    /// <param name="items">How many items it has.</param>
    /// <returns>Normalised addresses, each once.</returns>
    public static IReadOnlyCollection<string> Of(Payload? payload, ReadOnlySpan<byte> body, RequestHeaders headers, int items = 1)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var found = new Finding(Max + (MaxOfFurtherItem * (items - 1)));
        foreach (var name in headers.Names)
        {
            found.Words(headers[name]!, ",");
        }

        if (payload is not null)
        {
            Walk(payload.Root, found);
        }
        else if (body.Contains((byte)'@'))
        {
            found.Words(Encoding.UTF8.GetString(body), AroundWords);
        }

        return found.Addresses;
    }

    // Recursion ends at Payload.MaxDepth.
    private static void Walk(JsonElement here, Finding found)
    {
        switch (here.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var field in here.EnumerateObject())
                {
                    Walk(field.Value, found);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in here.EnumerateArray())
                {
                    Walk(item, found);
                }

                break;
            case JsonValueKind.String when MayHoldAddress(JsonMarshal.GetRawUtf8Value(here)):
                found.Offer(here.GetString()!);
                break;
        }
    }

    // Without making a text of each value. An escape may stand for the @, and takes six bytes for a character.
    private static bool MayHoldAddress(ReadOnlySpan<byte> raw) => raw.Length <= 6 * LongestCandidate && raw.IndexOfAny((byte)'@', (byte)'\\') >= 0;

    private sealed class Finding(int max)
    {
        private readonly HashSet<string> _addresses = new(StringComparer.Ordinal);
        private int _candidates;

        public IReadOnlyCollection<string> Addresses => _addresses;

        public void Offer(ReadOnlySpan<char> text)
        {
            if (text.Length <= LongestCandidate && text.Contains('@') && _addresses.Count < max && _candidates++ < CandidatesOfAnAddress * max
                && EmailAddress.TryParse(text.ToString(), out var email, out _))
            {
                _addresses.Add(email.Value);
            }
        }

        public void Words(ReadOnlySpan<char> text, ReadOnlySpan<char> separators)
        {
            foreach (var word in text.SplitAny(separators))
            {
                Offer(text[word]);
            }
        }
    }
}

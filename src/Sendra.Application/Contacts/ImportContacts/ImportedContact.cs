using System.Text;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.EventSources;

namespace Sendra.Application.Contacts.ImportContacts;

/// <summary>A line of an import, read.</summary>
/// <param name="Line">Where it stands in the file, from 1.</param>
/// <param name="Text">The line as it came.</param>
/// <param name="Contact">A JSON object; see <see cref="WrittenContact"/>. Null when the line is none.</param>
/// <param name="Problem">Why it is none.</param>
public sealed record ImportedContact(int Line, string Text, RawJson? Contact, string? Problem)
{
    /// <summary>What it says, as an entry that can be saved; null when it can't, and then why.</summary>
    public ContactEntry? ToEntry(out string? problem)
    {
        if (Contact is not { } json)
        {
            problem = Problem;
            return null;
        }

        problem = string.Join(' ', WrittenContact.ProblemsOf(json, needsEmail: true).Select(one => $"{one.Field} {one.Problem}."));
        return problem.Length > 0 ? null : new ContactEntry(WrittenContact.PersonIn(json, WrittenContact.EmailIn(json)!), WrittenContact.PropertiesIn(json));
    }

    /// <summary>The hashes of all whom its text names, by addresses anywhere in it or by the external id: by them an erasure finds a line that is kept (L3).</summary>
    public IReadOnlySet<AddressHash> HashesBy(AddressKey key, ImportFormat format)
    {
        ArgumentNullException.ThrowIfNull(key);
        var text = Encoding.UTF8.GetBytes(Text);
        Payload? payload = null;
        if (format == ImportFormat.Ndjson)
        {
            Payload.TryRead(text, "application/json", null, out payload, out _);
        }

        var hashes = AddressesWithin.Of(payload, text, RequestHeaders.None).Select(key.HashOf).ToHashSet();
        if (Contact is { } json && WrittenContact.TryExternalIdIn(json) is { } id)
        {
            hashes.Add(key.HashOfId(id.Value));
        }

        return hashes;
    }
}

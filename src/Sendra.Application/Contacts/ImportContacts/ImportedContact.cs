using Sendra.Domain.Common;

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
}

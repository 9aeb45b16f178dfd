namespace Sendra.Application.Contacts.ImportContacts;

/// <summary>A line that was refused, or saved without a value.</summary>
/// <param name="Line">Where it stands in the file, from 1.</param>
/// <param name="Refused">True when nothing of it was saved.</param>
/// <param name="Message">Why.</param>
/// <param name="Text">The line as it came. Of lines that were saved, null: nothing of a contact is kept outside of it.</param>
public sealed record LineProblem(int Line, bool Refused, string Message, string? Text);

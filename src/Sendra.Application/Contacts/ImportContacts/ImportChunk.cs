namespace Sendra.Application.Contacts.ImportContacts;

/// <summary>Whole lines of a file, so many as are saved together.</summary>
/// <param name="FirstLine">Where the first one stands in the file, from 1.</param>
/// <param name="Text">The lines as they came.</param>
/// <param name="Lines">How many records they are.</param>
public sealed record ImportChunk(int FirstLine, string Text, int Lines);

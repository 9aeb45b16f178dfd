namespace Sendra.Domain.EventSources;

/// <summary>A field of a form, not decoded yet.</summary>
/// <param name="Name">The bytes of its name.</param>
/// <param name="Value">The bytes of its value; of a file they are left out.</param>
/// <param name="Charset">Its own charset, where it says one.</param>
/// <param name="FileName">The name of the file that it is; null for a text.</param>
internal sealed record FormField(byte[] Name, byte[] Value, string? Charset = null, string? FileName = null);

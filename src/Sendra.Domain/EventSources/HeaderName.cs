namespace Sendra.Domain.EventSources;

/// <summary>What a header may be called (RFC 9110, section 5.1).</summary>
internal static class HeaderName
{
    private const string Marks = "!#$%&'*+-.^_`|~";

    internal static bool IsLegal(string name) => name.Length > 0 && name.All(IsLegal);

    internal static bool IsLegal(char mark) => char.IsAsciiLetterOrDigit(mark) || Marks.Contains(mark);
}

namespace Sendra.Domain.Common;

/// <summary>A JSON value as its sender wrote it: key order, digits (<c>1.10</c>, big integers) and escapes are kept.</summary>
/// <remarks>Whoever makes one has checked that the text is one well-formed JSON value (E3).</remarks>
/// <param name="Text">The JSON text.</param>
public readonly record struct RawJson(string Text)
{
    public override string ToString() => Text;
}

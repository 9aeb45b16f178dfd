namespace Sendra.Domain.Contacts;

/// <summary>A property that was left out; the event counts all the same (E4).</summary>
/// <param name="Field">The path in the request: <c>contactProperties.plan</c>; <c>contactProperties</c> in one for many undeclared keys.</param>
/// <param name="Code">Stable: <c>undeclared</c> or <c>invalidValue</c>.</param>
/// <param name="Message">One sentence for people.</param>
public sealed record ContactWarning(string Field, string Code, string Message);

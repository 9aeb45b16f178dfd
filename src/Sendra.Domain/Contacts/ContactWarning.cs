namespace Sendra.Domain.Contacts;

/// <summary>A contact property that was left out; the event counts all the same.</summary>
/// <param name="Field">Which: <c>contactProperties.plan</c>; <c>contactProperties</c> in one for all undeclared keys after the first 100.</param>
/// <param name="Code"><c>undeclared</c> or <c>invalidValue</c>.</param>
/// <param name="Message">Why, in a sentence.</param>
public sealed record ContactWarning(string Field, string Code, string Message);

namespace Sendra.Domain.Contacts;

/// <summary>Something about the contact that was left out; the event counts all the same.</summary>
/// <param name="Field">Which: <c>contactProperties.plan</c>; <c>contactProperties</c> in one for all undeclared keys after the first 100; <c>externalId</c>.</param>
/// <param name="Code">
/// <c>undeclared</c>, <c>invalidValue</c>, <c>externalIdTaken</c> (another contact has this id), or <c>history</c> (none were applied, because
/// the event is history).
/// </param>
/// <param name="Message">Why, in a sentence.</param>
public sealed record ContactWarning(string Field, string Code, string Message)
{
    /// <summary>An external id belongs to one contact, and another has this one (E0).</summary>
    public static readonly ContactWarning ExternalIdTaken = new(
        "externalId", "externalIdTaken", "externalId belongs to another contact; it was left unchanged.");
}

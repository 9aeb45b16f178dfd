namespace Sendra.Client.Common;

/// <summary>Something about the contact that was left out; the event counts all the same.</summary>
public sealed record Warning
{
    /// <summary>
    /// Which: <c>contactProperties.plan</c>; <c>contactProperties</c> in one for all undeclared keys after the first 100;
    /// <c>externalId</c>.
    /// </summary>
    public string Field { get; init; } = "";

    /// <summary>
    /// <c>undeclared</c>, <c>invalidValue</c>, <c>externalIdTaken</c> (another contact has this id), or <c>history</c> (none were applied,
    /// because the event is history).
    /// </summary>
    public string Code { get; init; } = "";

    /// <summary>Why, in a sentence.</summary>
    public string Message { get; init; } = "";
}

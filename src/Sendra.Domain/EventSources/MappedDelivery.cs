using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Events;

namespace Sendra.Domain.EventSources;

/// <summary>What a delivery says once it is mapped: the same that a call of the API would have sent (S4).</summary>
/// <param name="Person">Whose event it is.</param>
/// <param name="EventName">What happened.</param>
/// <param name="Properties">The event's properties, exactly as sent.</param>
/// <param name="ContactProperties">A JSON object of what to patch, or null for nothing; what led nowhere or to null is absent (E4).</param>
/// <param name="Warnings">What was left out about the contact: properties whose path led nowhere or to null, an external id that is none.</param>
/// <param name="SkipWhenUnknown">Why it is skipped after all when nobody has the external id that names its contact alone; otherwise null.</param>
public sealed record MappedDelivery(
    Person Person,
    EventName EventName,
    RawJson Properties,
    RawJson? ContactProperties,
    IReadOnlyList<ContactWarning> Warnings,
    SkipReason? SkipWhenUnknown);

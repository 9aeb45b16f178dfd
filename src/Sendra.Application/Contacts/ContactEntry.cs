using Sendra.Domain.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Contacts;

/// <summary>What somebody says about a contact, without an event.</summary>
/// <param name="Person">Who it is; the address is given.</param>
/// <param name="Properties">A JSON object; see <see cref="ContactPatch"/>.</param>
/// <param name="Expected">The contact that has to have the address; null to make one if there is none.</param>
public sealed record ContactEntry(Person Person, RawJson Properties, ContactId? Expected = null);

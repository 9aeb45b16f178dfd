using System.Text.Json.Serialization;
using Sendra.Domain.Common;

namespace Sendra.WebApi.Contracts.Contacts;

/// <summary>
/// One contact: <c>email</c> and <c>externalId</c>, and beside them what an event says in <c>contactProperties</c>. So there are as many fields
/// as the workspace declares.
/// </summary>
[JsonConverter(typeof(ContactRequestConverter))]
public sealed record ContactRequest(RawJson Json);

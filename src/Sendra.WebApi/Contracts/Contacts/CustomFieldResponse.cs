using Sendra.Domain.Contacts;

namespace Sendra.WebApi.Contracts.Contacts;

/// <summary>A declared contact property.</summary>
/// <param name="Name">Its name; case counts.</param>
/// <param name="Type">What its values are.</param>
/// <param name="CreatedAt">When it was declared.</param>
public sealed record CustomFieldResponse(string Name, CustomFieldType Type, DateTimeOffset CreatedAt);

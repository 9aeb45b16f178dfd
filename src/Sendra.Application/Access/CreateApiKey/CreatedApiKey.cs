using Sendra.Domain.Access;

namespace Sendra.Application.Access.CreateApiKey;

/// <summary>A new key, with the text that is shown this once.</summary>
/// <param name="Secret">Its text.</param>
public sealed record CreatedApiKey(ApiKeyResult Key, ApiKeySecret Secret);

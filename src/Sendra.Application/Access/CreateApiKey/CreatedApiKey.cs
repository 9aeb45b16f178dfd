using Sendra.Domain.Access;

namespace Sendra.Application.Access.CreateApiKey;

/// <summary>A new key, with its text, which is shown only once.</summary>
/// <param name="Secret">Its text.</param>
public sealed record CreatedApiKey(ApiKeyResult Key, ApiKeySecret Secret);

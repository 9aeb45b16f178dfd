using Sendra.Domain.Contacts;
using Sendra.Domain.Messages;

namespace Sendra.Application.Suppressions;

/// <summary>Which suppressions to list; null takes all.</summary>
public sealed record SuppressionFilter(EmailAddress? Email, SuppressionScope? Scope, SuppressionOrigin? Origin);

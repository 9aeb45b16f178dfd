using Sendra.Domain.Common;

namespace Sendra.Application.Access;

/// <summary>A password alone doesn't do it for this account, and nothing else can be shown here. 409.</summary>
public sealed class SecondFactorRequiredException()
    : DomainException("secondFactorRequired", "This account has a second factor. Sign in first, then try again.");

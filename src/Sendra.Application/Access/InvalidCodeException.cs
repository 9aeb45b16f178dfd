using Sendra.Domain.Common;

namespace Sendra.Application.Access;

/// <summary>The code is wrong, too old, or was used before. It isn't told which. 401.</summary>
public sealed class InvalidCodeException() : DomainException("invalidCode", "This code is wrong, or it was used before. Wait for the next one.");

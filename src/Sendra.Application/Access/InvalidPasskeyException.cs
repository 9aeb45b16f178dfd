using Sendra.Domain.Common;

namespace Sendra.Application.Access;

/// <summary>The passkey isn't known here, or its answer is wrong, too late, or was used before. It isn't told which. 401.</summary>
public sealed class InvalidPasskeyException() : DomainException("invalidPasskey", "This passkey can’t be used here, or it took too long. Try again.");

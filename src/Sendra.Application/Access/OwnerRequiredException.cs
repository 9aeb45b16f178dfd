using Sendra.Domain.Common;

namespace Sendra.Application.Access;

/// <summary>Only owners of the workspace can do this. 403.</summary>
public sealed class OwnerRequiredException() : DomainException("ownerRequired", "Only owners of the workspace can do this.");

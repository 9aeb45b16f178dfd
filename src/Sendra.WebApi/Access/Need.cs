namespace Sendra.WebApi.Access;

/// <summary>What an endpoint asks of its caller.</summary>
public enum Need
{
    /// <summary>Any session in a workspace, or any key, whatever it may do.</summary>
    Caller,

    /// <summary>Any session, or a key that may send events.</summary>
    SendEvents,

    /// <summary>Any session, or a key that may read.</summary>
    Read,

    /// <summary>Any session, or a key that may change things.</summary>
    Manage,

    /// <summary>A person's session, also of one who is in no workspace; no key will do.</summary>
    Account,

    /// <summary>A person's session in a workspace; no key will do.</summary>
    Session,

    /// <summary>The session of an owner; no key will do.</summary>
    Owner,
}

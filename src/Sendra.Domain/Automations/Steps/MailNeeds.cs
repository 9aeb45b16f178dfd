namespace Sendra.Domain.Automations.Steps;

/// <summary>What the mail of a workflow needs of the workspace's settings.</summary>
[Flags]
public enum MailNeeds
{
    /// <summary>Nothing: it sends none, or names all itself.</summary>
    None = 0,

    /// <summary>A sender.</summary>
    Sender = 1,

    /// <summary>A postal address, as marketing mail does.</summary>
    PostalAddress = 2,
}

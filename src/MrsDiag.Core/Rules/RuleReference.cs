namespace MrsDiag.Rules;

/// <summary>A public document that a rule rests on.</summary>
/// <param name="Url">Address, https.</param>
/// <param name="Title">What it is; may be empty.</param>
/// <param name="Date">Its date or the date it was read, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>; may be empty.</param>
public sealed record RuleReference(string Url, string Title = "", string Date = "")
{
    /// <summary>The form shown in findings.</summary>
    /// <returns>Title, address, date.</returns>
    public override string ToString() =>
        (Title.Length > 0 ? Title + ": " : "") + Url + (Date.Length > 0 ? " (" + Date + ")" : "");
}

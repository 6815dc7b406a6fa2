package io.casemate.text.secret;

import java.util.Locale;

/** What a secret opens. */
public enum SecretKind {
    PRIVATE_KEY("a private key"),
    GCP_SERVICE_ACCOUNT("the private key of a Google Cloud service account"),
    GCP_API_KEY("a Google API key"),
    GITHUB_TOKEN("a GitHub token"),
    GITLAB_TOKEN("a GitLab token"),
    AWS_KEY("an AWS access key"),
    AZURE_KEY("an Azure account key"),
    SLACK_TOKEN("a Slack token"),
    STRIPE_KEY("a Stripe key"),
    OPENAI_KEY("an OpenAI key"),
    MODEL_HOST_KEY("a key of a host of models"),
    ANTHROPIC_KEY("an Anthropic key"),
    HUGGING_FACE_TOKEN("a Hugging Face token"),
    NPM_TOKEN("an npm token"),
    PYPI_TOKEN("a PyPI token"),
    TWILIO_KEY("a Twilio key"),
    SENDGRID_KEY("a SendGrid key"),
    DATABRICKS_TOKEN("a Databricks token"),
    WANDB_KEY("a Weights & Biases key"),
    JSON_WEB_TOKEN("a JSON web token"),
    DATABASE_PASSWORD("a password in a database URL"),
    URL_PASSWORD("a password in a URL"),
    LOGIN_PASSWORD("the password of a login at a host"),
    ASSIGNED_SECRET("what is assigned to a name like password or api_key");

    private final String words;

    SecretKind(String words) {
        this.words = words;
    }

    /** With its article: "a private key". */
    public String words() {
        return words;
    }

    /** As in ids of rules: "private-key". */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

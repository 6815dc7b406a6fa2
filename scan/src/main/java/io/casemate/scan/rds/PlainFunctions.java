package io.casemate.scan.rds;

import java.util.Set;

/**
 * Functions of the packages base and stats that compute and do nothing else: what the closures of fitted models call, such as
 * the link functions of a family. Operators are functions in R.
 */
final class PlainFunctions {
    private static final Set<String> NAMES = Set.of("""
            { ( <- = if for while repeat function return break next [ [[ $ @ : [<- [[<- $<- names<- class<- attr<- dim<- \
            dimnames<- levels<- diag<- body<- + - * / ^ %% %/% %*% %o% %in% == != < > <= >= ! & && | || ~ \
            abs sqrt exp log log1p log2 log10 expm1 sin cos tan asin acos atan sinh cosh tanh gamma lgamma digamma beta lbeta choose \
            round floor ceiling trunc signif sign max min pmax pmin sum prod mean median var sd range cumsum cumprod diff rev sort \
            order rank quantile which which.max which.min any all is.na is.null is.nan is.finite is.infinite is.numeric \
            is.character is.logical is.function is.factor is.matrix is.list is.data.frame is.environment inherits missing identical \
            length nrow ncol NROW NCOL dim names colnames rownames dimnames class unclass oldClass attr attributes levels nlevels \
            c list vector numeric integer character logical double complex matrix array data.frame factor seq seq_len seq_along \
            rep rep.int rep_len append head tail unlist as.numeric as.integer as.double as.character as.logical as.vector as.list \
            as.matrix as.factor as.data.frame cbind rbind t crossprod tcrossprod solve qr qr.coef qr.Q qr.R qr.solve chol \
            chol2inv svd eigen det diag outer kronecker backsolve forwardsolve apply lapply sapply vapply mapply tapply Map Filter \
            Reduce rowSums colSums rowMeans colMeans sweep scale ifelse switch stop warning message paste paste0 sprintf gettextf \
            gettext ngettext format formatC nchar substr toupper tolower invisible stopifnot match match.arg structure setdiff union \
            intersect unique duplicated table cut findInterval tabulate split merge with nargs \
            dnorm pnorm qnorm dbinom pbinom qbinom dpois ppois qpois dgamma pgamma qgamma dbeta pbeta qbeta dt pt qt df pf qf \
            dchisq pchisq qchisq dexp pexp qexp dlogis plogis qlogis dcauchy pcauchy qcauchy dunif punif qunif dweibull pweibull \
            rnorm runif rbinom rpois rgamma rchisq rexp simulate weights deviance residuals fitted coef predict model.matrix \
            model.frame na.omit na.exclude na.fail na.pass terms formula poly ns bs optimize uniroot approx spline \
            binomial gaussian poisson Gamma quasi quasibinomial quasipoisson inverse.gaussian make.link linkfun linkinv mu.eta \
            variance dev.resids aic validmu valideta make.names .Machine double.eps isTRUE isFALSE xor bitwAnd is.element nlm \
            glm lm aov loess smooth.spline kmeans prcomp ecdf stepfun approxfun .approxfun splinefun .splinefun colnames<- rownames<- \
            model.response model.weights model.offset qr.qty qr.resid qr.fitted unname getOption Sys.time Sys.Date \
            .Call C_logit_link C_logit_linkinv C_logit_mu_eta C_binomial_dev_resids y_log_y thresh emptyenv""".strip().split("\\s+"));

    private PlainFunctions() {}

    static boolean contains(String name) {
        return NAMES.contains(name);
    }
}
